package org.sipsleuth.app.command.live;

import java.time.Duration;
import java.util.Optional;
import org.sipsleuth.export.RingExport;

/// When a live capture on the terminal ends, and what becomes of it.
///
/// @param duration how long it goes on; without end if zero
/// @param messages after how many SIP messages it ends; never if zero
/// @param save where all that the ring holds is written at the end
public record LiveLimits(Duration duration, long messages, Optional<RingExport> save) {}
