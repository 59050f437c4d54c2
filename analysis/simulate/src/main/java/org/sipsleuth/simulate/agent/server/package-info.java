/// Elements between user agents: proxies, registrars, B2BUAs and NATs.
@NullMarked
package org.sipsleuth.simulate.agent.server;

import org.jspecify.annotations.NullMarked;
