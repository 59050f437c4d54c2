/// Sections of a file that are written beside each other, and lists that grow beside each other:
/// kept in temporary files until their turn comes.
@NullMarked
package org.sipsleuth.truth.spool;

import org.jspecify.annotations.NullMarked;
