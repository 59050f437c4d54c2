/// The page of the model: what is in use, training another one, comparing two.
///
/// In: the model in use, the open capture, model files. Out: a page; another model in use; chosen
/// dialogs.
@NullMarked
package org.sipsleuth.view.sequence.model;

import org.jspecify.annotations.NullMarked;
