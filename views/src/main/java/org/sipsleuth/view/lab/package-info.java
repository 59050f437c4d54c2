/// Labs in the window: their list, the questions of the one at hand, and what must not be shown
/// meanwhile. In: recipes, a folder of labs, the index and the selection. Out: the page, its panel and
/// banner, and answers on disk. JavaFX thread, but for [LabShelf].
@NullMarked
package org.sipsleuth.view.lab;

import org.jspecify.annotations.NullMarked;
