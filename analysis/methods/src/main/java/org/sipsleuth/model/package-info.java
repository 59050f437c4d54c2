/// The container of trained models.
///
/// In: what a trainer found, as [org.sipsleuth.model.ModelFacts] and arrays of numbers. Out:
/// [org.sipsleuth.model.ModelFile], one zip that holds both, which opens at once, says on what it
/// was trained, and can be given to others. Whoever gives one to us may be hostile: what is wrong
/// with a file is told in words. The format stands in docs/MODELS.md.
@NullMarked
package org.sipsleuth.model;

import org.jspecify.annotations.NullMarked;
