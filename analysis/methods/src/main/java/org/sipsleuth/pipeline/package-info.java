/// The whole run over a capture as one immutable result.
///
/// In: a [org.sipsleuth.dialog.SipIndex] and the models of the methods. Out: an
/// [org.sipsleuth.pipeline.Investigation] with all findings. A new method is a line in
/// [org.sipsleuth.pipeline.Methods].
@NullMarked
package org.sipsleuth.pipeline;

import org.jspecify.annotations.NullMarked;
