/// Sections of a file, and lists, that grow beside each other.
///
/// In: rows. Out: the same rows in the order of the file, kept in temporary files until their turn
/// comes.
@NullMarked
package org.sipsleuth.truth.spool;

import org.jspecify.annotations.NullMarked;
