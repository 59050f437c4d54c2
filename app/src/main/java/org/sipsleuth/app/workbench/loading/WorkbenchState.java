package org.sipsleuth.app.workbench.loading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;

/// What the window is about at one moment.
public sealed interface WorkbenchState {

    /// A state that is not on its way to another.
    sealed interface Whole extends WorkbenchState {

        /// The investigation that can be looked at.
        Optional<OpenCaptures> investigation();
    }

    /// No capture was opened yet.
    record Empty() implements Whole {
        @Override
        public Optional<OpenCaptures> investigation() {
            return Optional.empty();
        }
    }

    /// Captures are being read.
    ///
    /// @param request the captures, and what they are read with
    /// @param partial what is known so far
    /// @param before what comes back if the run is cancelled
    record Loading(OpenRequest request, Optional<SipIndex> partial, Whole before) implements WorkbenchState {

        /// The captures.
        public List<Path> files() {
            return request.captures();
        }

        /// Whether the captures that were open are read once more.
        public boolean isAgain() {
            return before.investigation().filter(i -> i.request().captures().equals(files())).isPresent();
        }
    }

    /// Packets are being captured from the network.
    ///
    /// @param source the interface
    /// @param keyLogs what opened TLS in it
    /// @param latest what was captured so far, once there is something
    /// @param before the state before it
    record Live(String source, KeyLogs keyLogs, Optional<SipIndex> latest, Whole before) implements WorkbenchState {}

    /// Captures were read.
    record Shown(OpenCaptures shown) implements Whole {
        @Override
        public Optional<OpenCaptures> investigation() {
            return Optional.of(shown);
        }
    }

    /// Captures could not be read; what was shown before is still there.
    record Failed(OpenFailure failure, Optional<OpenCaptures> investigation) implements Whole {}

    /// Captures were read, and one of them has changed since: what stands in the tables can be
    /// looked at, but no message be read.
    ///
    /// @param failure what became of it
    record Changed(OpenFailure failure, OpenCaptures shown) implements Whole {
        @Override
        public Optional<OpenCaptures> investigation() {
            return Optional.of(shown);
        }
    }

    /// The index that can be looked at in this state.
    default Optional<SipIndex> index() {
        return switch (this) {
            case Loading loading -> loading.partial();
            case Live live -> live.latest();
            case Whole whole -> whole.investigation().map(OpenCaptures::index);
        };
    }
}
