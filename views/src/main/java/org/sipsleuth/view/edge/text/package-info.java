/// The texts of the page *Edge*, and its names for protections and for the two classes of messages.
@NullMarked
package org.sipsleuth.view.edge.text;

import org.jspecify.annotations.NullMarked;
