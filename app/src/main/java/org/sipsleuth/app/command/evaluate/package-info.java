/// The papers' figures, ours beside them, on the command line.
///
/// In: an [org.sipsleuth.evaluation.Evaluation]. Out: text, JSON, CSV, pictures.
@NullMarked
package org.sipsleuth.app.command.evaluate;

import org.jspecify.annotations.NullMarked;
