/// The findings of all detectors by the dialogs that they rest on.
///
/// In: the state of the session. Out: [org.sipsleuth.pipeline.field.DialogFindings], made in the
/// background for all views.
@NullMarked
package org.sipsleuth.view.session.finding;

import org.jspecify.annotations.NullMarked;
