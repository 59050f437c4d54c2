package org.sipsleuth.finding;

import java.util.List;
import org.sipsleuth.dialog.SipIndex;

/// What one detector found in a capture. The detectors' own implementations add what their pages
/// show besides. Immutable.
public interface Detection {

    /// The capture.
    SipIndex index();

    /// Who looked, with which model.
    Origin origin();

    /// What was found, the most severe first.
    List<Finding> findings();

    /// What could not be judged, as sentences.
    List<String> notJudged();
}
