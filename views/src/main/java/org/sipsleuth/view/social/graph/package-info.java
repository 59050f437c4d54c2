/// The call graph: who called whom, laid out by forces and drawn.
///
/// In: users and their calls. Out: a picture, and which user is chosen.
@NullMarked
package org.sipsleuth.view.social.graph;

import org.jspecify.annotations.NullMarked;
