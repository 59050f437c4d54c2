/// Filters made ready to run.
///
/// In: an expression and a catalog of fields. Out: [org.sipsleuth.filter.compile.Plan], which asks
/// columns before text, and what messages share only once; or a
/// [org.sipsleuth.filter.syntax.FilterSyntaxException] where the expression makes no sense.
@NullMarked
package org.sipsleuth.filter.compile;

import org.jspecify.annotations.NullMarked;
