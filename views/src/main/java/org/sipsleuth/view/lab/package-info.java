/// Labs in the window. In come the labs of the program and those of folders; out go the list of
/// labs, the questions of the one in progress, its answers on disk, and what the window must not
/// show meanwhile. JavaFX thread, but for [LabShelf].
@NullMarked
package org.sipsleuth.view.lab;

import org.jspecify.annotations.NullMarked;
