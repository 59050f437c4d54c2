package org.sipsleuth.samples;

/// A capture that comes with the program.
///
/// @param group what it is listed under, together with those beside it
/// @param name what a user chooses it by
/// @param file file name without a directory, ending in `.pcap` or `.pcapng`
/// @param messages how many SIP messages it has
/// @param story what happened in it and what to look at, in a few plain sentences
public record SampleCapture(String group, String name, String file, int messages, String story) {
    public SampleCapture {
        if (group.isBlank() || name.isBlank() || story.isBlank()) {
            throw new IllegalArgumentException("a sample capture has a group, a name and a story");
        }
        if (!file.matches("[a-z0-9-]+\\.(pcap|pcapng)")) {
            throw new IllegalArgumentException("not the file name of a sample capture: " + file);
        }
    }

    /// The name of the capture's ground-truth file; not every capture has one.
    public String truthFile() {
        return file.substring(0, file.lastIndexOf('.')) + ".truth.json";
    }
}
