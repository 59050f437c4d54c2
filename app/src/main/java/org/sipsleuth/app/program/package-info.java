/// What the command line and the window share.
///
/// In: captures and detectors. Out: digests and investigations, computed on threads of the
/// program; the licences of its libraries.
@NullMarked
package org.sipsleuth.app.program;

import org.jspecify.annotations.NullMarked;
