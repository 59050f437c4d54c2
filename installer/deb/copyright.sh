#!/bin/sh
# Prints the copyright file of a package: copyright.in, and the libraries of third-party.txt by their licences.
#
#   installer/deb/copyright.sh THIRD-PARTY FOLDER     FOLDER: where the package has the jars that are to be listed
#
# A library whose jar is not in FOLDER is left out. Fails if a licence has no text in copyright.in.
set -eu

here=${0%/*}
[ $# = 2 ] || { sed -n '4p' "$0" >&2; exit 2; }

awk -v folder="$2" -v template="$here/copyright.in" '
    function exists(file, line, found) {
        found = (getline line < file) >= 0
        close(file)
        return found
    }
    /^Inside these jars:/ { inside = 1 }
    inside { comment = comment "\n " $0; next }
    $3 ~ /^https?:/ {
        licence = $4
        for (field = 5; field <= NF; field++) licence = licence " " $field
        if ($1 ~ /^javafx-/) { javafx = $2; next } # in the runtime
        jar = $1 "-" $2
        if (!exists(folder "/" jar ".jar") && !exists(folder "/" jar "-linux-x86_64.jar")) next
        if (!(licence in files)) order[++count] = licence
        files[licence] = files[licence] "\n usr/lib/sipsleuth/*/" jar "*.jar"
        holders[licence] = holders[licence] "\n The authors of " $1 ", " $3
    }
    END {
        RS = "" # paragraphs
        while ((getline paragraph < template) > 0) {
            if (paragraph ~ /^Files: [^\n]*\/runtime\// && !exists(folder "/../runtime/release")) continue
            if (separate) print ""
            separate = 1
            if (paragraph == "@LIBRARIES@") {
                for (number = 1; number <= count; number++) {
                    licence = order[number]
                    print "Files:" files[licence] "\nCopyright:" holders[licence] "\nLicense: " licence
                    if (number < count) print ""
                }
                continue
            }
            if (match(paragraph, /^License: [^\n]+/)) text[substr(paragraph, 10, RLENGTH - 9)] = 1
            sub(/@JAVAFX@/, javafx, paragraph)
            sub(/@COMMENT@/, "Comment:" comment, paragraph)
            print paragraph
        }
        for (number = 1; number <= count; number++) {
            parts = split(order[number], part, / or /)
            for (one = 1; one <= parts; one++) {
                if (!(part[one] in text)) {
                    print "copyright.sh: no text for " part[one] > "/dev/stderr"
                    failed = 1
                }
            }
        }
        exit failed
    }' "$1"
