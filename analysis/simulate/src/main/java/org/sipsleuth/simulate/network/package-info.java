/// Hosts, the ways between them, and the place where the capture is made.
@NullMarked
package org.sipsleuth.simulate.network;

import org.jspecify.annotations.NullMarked;
