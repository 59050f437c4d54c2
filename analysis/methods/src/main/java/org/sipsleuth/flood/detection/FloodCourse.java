package org.sipsleuth.flood.detection;

/// How a flood went on, and what became of legitimate calls to its server.
///
/// @param behaviour how its rate changed
/// @param rate the class of its rate; of its bursts if it is abrupt
/// @param perSecond that rate, in INVITEs a second
/// @param before the legitimate calls since the flood before, or since the capture starts
/// @param during the legitimate calls meanwhile
/// @param after those up to the next flood, or until the capture ends
/// @param isStartSeen whether the capture starts before it
public record FloodCourse(FloodBehaviour behaviour, FloodRate rate, double perSecond, LegitimateCalls before,
        LegitimateCalls during, LegitimateCalls after, boolean isStartSeen) {}
