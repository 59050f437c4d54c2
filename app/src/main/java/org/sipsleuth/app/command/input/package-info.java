/// The capture files of a command line.
///
/// In: paths as the user typed them. Out: an index of those that could be read, the digests of the
/// files, and a plain word about the others.
@NullMarked
package org.sipsleuth.app.command.input;

import org.jspecify.annotations.NullMarked;
