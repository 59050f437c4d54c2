/// Names of files, which on Linux are bytes and need not be UTF-8.
///
/// In: paths, and names as typed. Out: text to show, and paths that keep every byte.
@NullMarked
package org.sipsleuth.capture.name;

import org.jspecify.annotations.NullMarked;
