#include "CMemory.h"

#define TELL(call, place) (void)(place)
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
void __tsan_acquire(void *place);
void __tsan_release(void *place);
#undef TELL
#define TELL(call, place) call((void *)(place))
#endif
#endif

void lock_is_taken(const void *place) { TELL(__tsan_acquire, place); }
void lock_is_given_back(const void *place) { TELL(__tsan_release, place); }
