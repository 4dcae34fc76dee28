#pragma once

/// Lets two paths of one file system change places in one step; 0 when done, else -1 and `errno`.
///
/// The C library hides `renameat2` from programs that do not ask for its extensions, and Swift does not
/// ask, so this one call needs a line of C.
int exchange_paths(const char *first, const char *second);

/// Gives a file a new name unless that name is taken; 0 when done, else -1 and `errno`, `EEXIST` for a taken name.
int rename_to_new(const char *from, const char *to);
