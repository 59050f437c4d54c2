/// Hosts, the paths between them, and the capture point.
@NullMarked
package org.sipsleuth.simulate.network;

import org.jspecify.annotations.NullMarked;
