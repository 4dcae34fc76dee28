#include "CMemory.h"

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define IS_WATCHED
void __tsan_acquire(void *place);
void __tsan_release(void *place);
#endif
#endif

void lock_is_taken(const void *place) {
#ifdef IS_WATCHED
  __tsan_acquire((void *)place);
#else
  (void)place;
#endif
}

void lock_is_given_back(const void *place) {
#ifdef IS_WATCHED
  __tsan_release((void *)place);
#else
  (void)place;
#endif
}
