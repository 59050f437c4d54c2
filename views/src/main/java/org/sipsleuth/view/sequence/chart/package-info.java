/// What the charts of the view of unknown dialogs share: heads with legends, axes with scales.
///
/// In: series and scales. Out: nodes and axes.
@NullMarked
package org.sipsleuth.view.sequence.chart;

import org.jspecify.annotations.NullMarked;
