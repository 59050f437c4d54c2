package org.sipsleuth.app.workbench.loading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Whole;
import org.sipsleuth.capture.tls.keylog.KeyLog;

/// What shall be read.
///
/// @param captures the captures; none if there were only key logs, and no captures are open
/// @param keyLogs the files of TLS secrets to read them with
/// @param of how many captures the user wanted to open: more than these if they did not fit into memory
public record OpenRequest(List<Path> captures, List<Path> keyLogs, int of) {

    private static final OpenRequest NOTHING = new OpenRequest(List.of(), List.of());

    public OpenRequest {
        captures = List.copyOf(captures);
        keyLogs = List.copyOf(keyLogs);
    }

    /// All that the user wanted to open.
    public OpenRequest(List<Path> captures, List<Path> keyLogs) {
        this(captures, keyLogs, captures.size());
    }

    /// Whether the user wanted to open others, too, which did not fit into memory.
    public boolean isPart() {
        return of > captures.size();
    }

    /// The captures of it that begin first.
    public OpenRequest first(List<Path> fitting) {
        return new OpenRequest(fitting, keyLogs, of);
    }

    /// What files mean that somebody opens: captures with the key logs among them. Key logs alone
    /// join those of the captures that are open; while a capture is live they are for that, also
    /// those that hold no secret yet.
    public static OpenRequest of(List<Path> files, WorkbenchState state) {
        Predicate<Path> isKeyLog = state instanceof Live ? KeyLog::mayBecomeKeyLog : KeyLog::isKeyLog;
        List<Path> keyLogs = files.stream().filter(isKeyLog).toList();
        List<Path> captures = files.stream().filter(file -> !keyLogs.contains(file)).toList();
        if (!captures.isEmpty()) {
            return new OpenRequest(captures, keyLogs);
        }
        OpenRequest open = open(state);
        return new OpenRequest(open.captures,
                Stream.concat(open.keyLogs.stream(), keyLogs.stream()).distinct().toList(), open.of);
    }

    /// The captures that are open, with their key logs.
    public static Optional<OpenRequest> ofOpen(WorkbenchState state) {
        return Optional.of(open(state)).filter(request -> !request.captures.isEmpty());
    }

    /// The captures that are open, without their key logs.
    public static Optional<OpenRequest> withoutKeyLogs(WorkbenchState state) {
        return Optional.of(open(state))
                .filter(request -> !request.captures.isEmpty())
                .map(request -> new OpenRequest(request.captures, List.of(), request.of));
    }

    /// The captures that are open, if any.
    public static Optional<OpenRequest> again(WorkbenchState state) {
        return Optional.of(open(state)).filter(request -> !request.captures.isEmpty());
    }

    /// The captures that are open, if there are several.
    public static Optional<OpenRequest> ofSeveral(WorkbenchState state) {
        return Optional.of(open(state)).filter(request -> request.captures.size() > 1);
    }

    private static OpenRequest open(WorkbenchState state) {
        return switch (state) {
            case Loading loading -> loading.request();
            case Live _ -> NOTHING;
            case Whole whole -> whole(whole);
        };
    }

    private static OpenRequest whole(Whole whole) {
        return whole.investigation()
                .map(shown -> new OpenRequest(shown.request().captures(), shown.keyLogs().files(), shown.of()))
                .orElse(NOTHING);
    }
}
