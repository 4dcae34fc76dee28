#pragma once

#include <stddef.h>

/// Gives memory that is no longer used back to the system; without it the C library keeps what a burst of
/// requests took. Swift does not see the header that declares this, so the one call needs a line of C.
void release_unused_memory(void);

/// Lets the C library ask the system for memory in large steps, and keep what large pages and lists give back for the
/// next ones: a build fills some hundred megabytes, and every step stops all threads.
void take_memory_in_large_steps(void);

/// Tell the thread sanitizer that a lock known by a place was taken, or is about to be given back; nothing otherwise.
/// A thread that has to wait for a `Mutex` of Swift's library gets it inside the library, where the sanitizer does not look.
void lock_is_taken(const void *place);
void lock_is_given_back(const void *place);

/// Memory of this thread for one text's tree, in the form in which libcmark asks for it (`cmark_mem`). Nothing is given
/// back one by one: `arena_reset` makes all of it free for the next text, and what the thread holds goes with the thread.
void *arena_calloc(size_t count, size_t size);
void *arena_realloc(void *old, size_t size);
void arena_free(void *place);
void arena_reset(void);
