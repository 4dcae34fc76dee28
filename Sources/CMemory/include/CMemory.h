#pragma once

/// Gives memory that is no longer used back to the system; without it the C library keeps what a burst of
/// requests took. Swift does not see the header that declares this, so the one call needs a line of C.
void release_unused_memory(void);
