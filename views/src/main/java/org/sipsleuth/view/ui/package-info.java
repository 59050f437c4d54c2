/// The plumbing between the analysis and JavaFX: the only place that starts threads for views.
///
/// In: runs, snapshots, selections. Out: JavaFX tasks, properties, texts and colours that all views
/// share.
@NullMarked
package org.sipsleuth.view.ui;

import org.jspecify.annotations.NullMarked;
