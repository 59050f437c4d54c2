/// The container of trained models.
///
/// In: what a trainer found, as [org.sipsleuth.model.ModelFacts] and arrays of numbers. Out:
/// [org.sipsleuth.model.ModelFile], one ZIP archive with both, which opens fast, names its training
/// data and can be passed on. A model from elsewhere may be hostile: faults are reported as
/// sentences. The format is described in docs/MODELS.md.
@NullMarked
package org.sipsleuth.model;

import org.jspecify.annotations.NullMarked;
