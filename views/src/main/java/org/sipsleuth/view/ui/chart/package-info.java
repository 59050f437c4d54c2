/// What all charts share: their look, how they are drawn, zoomed and copied.
///
/// In: charts of JFreeChart, data as tables. Out: JavaFX nodes, pictures and texts on the
/// clipboard.
@NullMarked
package org.sipsleuth.view.ui.chart;

import org.jspecify.annotations.NullMarked;
