/// The words, numbers and styles of traffic classes and leaves, the same in all views.
@NullMarked
package org.sipsleuth.view.fx.belief;

import org.jspecify.annotations.NullMarked;
