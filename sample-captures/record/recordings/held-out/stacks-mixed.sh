# An office with baresip, linphone and SIPp behind one proxy that challenges every request, and sipsak
# that asks whether the proxy lives.
EXTENSIONS=(5001 5002 5003 5004 5005 5006 5007)
EXISTING='^50[0-9][0-9]$'
# linphone does not name itself in every response.
tolerated="neither User-Agent nor Server"
LINPHONES=(5001 5006)
WEAK=none
open_office
add_users dect 192.0.2.45 5031 5036
add_host monitor 192.0.2.61
start_office_capture
keep_alive 15
office_day 119 105
for second in $(seq 2 11 99); do
    at "$second" start "alive-$second" monitor sipsak --symmetric --local-ip=192.0.2.61 -H 192.0.2.61 -l 5062 -s sip:192.0.2.1
done
for n in 1 2 3 4 5 6; do
    at "$((n * 14)).3" tell 5002 dial "sip:503$n@example.org"
    at "$((n * 14 + 8)).3" tell 5002 hangup
done
play
close_office
