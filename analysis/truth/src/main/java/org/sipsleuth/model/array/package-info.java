/// Arrays of numbers with a name and a shape, which models are made of.
///
/// In: values, or the bytes of a model file. Out: [org.sipsleuth.model.array.ModelArray], which
/// never changes.
@NullMarked
package org.sipsleuth.model.array;

import org.jspecify.annotations.NullMarked;
