/// Which stages of incidents protections stop.
@NullMarked
package org.sipsleuth.edge.incident;

import org.jspecify.annotations.NullMarked;
