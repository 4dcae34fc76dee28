#include "CMemory.h"

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

// Of tcmalloc, where it stands in for the C library's memory.
__attribute__((weak)) void MallocExtension_ReleaseFreeMemory(void);

void release_unused_memory(void) {
  if (MallocExtension_ReleaseFreeMemory) return MallocExtension_ReleaseFreeMemory();
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

void take_memory_in_large_steps(void) {
#ifdef __GLIBC__
  mallopt(M_TOP_PAD, 4 * 1024 * 1024);
  mallopt(M_MMAP_THRESHOLD, 32 * 1024 * 1024);
#endif
}
