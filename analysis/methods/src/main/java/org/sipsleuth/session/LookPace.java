package org.sipsleuth.session;

import java.time.Duration;

/// How often a capture that grows is looked at as a whole: between two looks, a pause several times
/// as long as a look took, so that looking takes a bounded part of the time however large the
/// capture has become.
///
/// @param pausesPerLook how many times as long as a look the pause after it is
/// @param shortest pause after a look
public record LookPace(int pausesPerLook, Duration shortest) {

    /// Where nothing but incidents is looked for: a sixth of the time.
    public static final LookPace OF_COMMAND = new LookPace(5, Duration.ofSeconds(1));

    /// Where all methods look, and more is done with what they find: a sixteenth of the time.
    public static final LookPace OF_WINDOW = new LookPace(15, Duration.ofMillis(1_500));

    /// The pause after a look.
    ///
    /// @param look how long it took
    public Duration after(Duration look) {
        Duration pause = look.multipliedBy(pausesPerLook);
        return pause.compareTo(shortest) < 0 ? shortest : pause;
    }
}
