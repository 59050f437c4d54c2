/// What a scenario tells user agents to do: who they are, whom they call, how they answer.
@NullMarked
package org.sipsleuth.simulate.agent.plan;

import org.jspecify.annotations.NullMarked;
