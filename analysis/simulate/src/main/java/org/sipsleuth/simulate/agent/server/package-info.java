/// Elements between user agents: proxies, registrars, B2BUAs and NATs.
///
/// In: messages. Out: messages, routed, challenged, answered or translated.
@NullMarked
package org.sipsleuth.simulate.agent.server;

import org.jspecify.annotations.NullMarked;
