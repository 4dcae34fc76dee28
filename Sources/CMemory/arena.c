#include "CMemory.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// The address sanitizer sees the C library's memory only: what is not given out is marked for it here.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#endif
#endif
#ifndef ASAN_POISON_MEMORY_REGION
#define ASAN_POISON_MEMORY_REGION(place, size) ((void)(place), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(place, size) ((void)(place), (void)(size))
#endif

// Every allocation stands behind its size, which realloc has to know.
enum { ALIGNMENT = 16, CHUNK = 256 * 1024 };

typedef struct Chunk {
  struct Chunk *older;
  size_t size, used;
  _Alignas(ALIGNMENT) char bytes[];
} Chunk;

typedef struct {
  Chunk *newest;
} Arena;

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static _Thread_local Arena *own;

static void free_arena(void *arena) {
  for (Chunk *chunk = ((Arena *)arena)->newest; chunk;) {
    Chunk *older = chunk->older;
    free(chunk);
    chunk = older;
  }
  free(arena);
}

static void make_key(void) { pthread_key_create(&key, free_arena); }

static Arena *arena(void) {
  if (own) return own;
  pthread_once(&once, make_key);
  own = calloc(1, sizeof(Arena));
  // As everywhere in the program, a machine without memory ends it.
  if (!own) abort();
  pthread_setspecific(key, own);
  return own;
}

static void *take(size_t size) {
  if (size > SIZE_MAX / 2) abort();
  size_t whole = ALIGNMENT + (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  Arena *mine = arena();
  Chunk *chunk = mine->newest;
  if (!chunk || chunk->size - chunk->used < whole) {
    size_t room = whole > CHUNK ? whole : CHUNK;
    Chunk *fresh = malloc(sizeof(Chunk) + room);
    if (!fresh) abort();
    *fresh = (Chunk){.older = chunk, .size = room};
    ASAN_POISON_MEMORY_REGION(fresh->bytes, room);
    mine->newest = chunk = fresh;
  }
  char *place = chunk->bytes + chunk->used;
  chunk->used += whole;
  ASAN_UNPOISON_MEMORY_REGION(place, ALIGNMENT + size);
  *(size_t *)place = size;
  return place + ALIGNMENT;
}

void *arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  void *place = take(count * size);
  return memset(place, 0, count * size);
}

void *arena_realloc(void *old, size_t size) {
  if (!old) return take(size);
  size_t before = *(size_t *)((char *)old - ALIGNMENT);
  if (size <= before) return old;
  void *place = take(size);
  return memcpy(place, old, before);
}

void arena_free(void *place) { (void)place; }

// The oldest chunk is kept for the next text.
void arena_reset(void) {
  Arena *mine = arena();
  while (mine->newest && mine->newest->older) {
    Chunk *older = mine->newest->older;
    free(mine->newest);
    mine->newest = older;
  }
  Chunk *chunk = mine->newest;
  if (!chunk) return;
  chunk->used = 0;
  ASAN_POISON_MEMORY_REGION(chunk->bytes, chunk->size);
}
