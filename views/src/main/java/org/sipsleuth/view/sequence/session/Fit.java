package org.sipsleuth.view.sequence.session;

import java.util.Optional;
import org.sipsleuth.pipeline.ModelFit;

/// Whether the model in use suits the capture.
///
/// @param isPending whether that is still being found out
/// @param found empty while it is not known
public record Fit(boolean isPending, Optional<ModelFit> found) {

    /// Not known, and nobody is finding out.
    public static final Fit UNKNOWN = new Fit(false, Optional.empty());

    /// What is known if the model suits no network of the capture.
    public Optional<ModelFit> misfit() {
        return found.filter(fit -> !fit.fitsAny());
    }
}
