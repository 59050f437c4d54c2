# A host outside calls all extensions one after the other; who answers hears a short announcement.
# Meanwhile the office telephones a little.
EXTENSIONS=(1001 1002 1003 1004 1005 1006 1007 1008 1009 1010 1011 1012 1013 1014)
EXISTING='^10(0[1-9]|1[0-9])$'
open_office
add_attacker centre 203.0.113.80
start_office_capture
keep_alive 14
office_day 74 100 18-82
printf '%s\n' SEQUENTIAL >"$scratch/called.csv"
for extension in "${EXTENSIONS[@]}"; do echo "$extension;44$((RANDOM % 9000 + 1000));" >>"$scratch/called.csv"; done
at 20 attack A1 spit centre 5060 "One host calls fourteen extensions twice and plays three seconds to whoever answers." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/spit.xml" -nostdin -inf "$scratch/called.csv" \
    -i 203.0.113.80 -mi 203.0.113.80 -p 5060 -key agent "VaxSIPUserAgent/3.5" -d 3000 -r 1 -rp 2000 -m 28 -l 28 192.0.2.1:5060
# SIPp makes its first call after two seconds; phones ring for one and a half.
second=20
for extension in "${EXTENSIONS[@]}" "${EXTENSIONS[@]}"; do
    # One of five declines.
    if [ $((second % 10)) = 8 ]; then answer=hangup; else answer=accept; fi
    at "$((second + 3)).4" tell "$extension" "$answer"
    second=$((second + 2))
done
play
wait "${pid_of[A1]}" || true # whoever is called may hang up first
close_office
