/// Models of one's own network: learning the normal traffic of the open capture, opening, saving.
///
/// In: the open capture, or a model file. Out: a model that the window uses for its method.
@NullMarked
package org.sipsleuth.view.session.model;

import org.jspecify.annotations.NullMarked;
