/// What all methods found in the open capture.
///
/// In: what each method knows. Out: [org.sipsleuth.pipeline.field.DialogFindings], put together in
/// the background for all views.
@NullMarked
package org.sipsleuth.view.fx.finding;

import org.jspecify.annotations.NullMarked;
