# 1002 is busy.
add_host phone1 192.0.2.11
add_host phone2 192.0.2.12
start_proxy
register phone2 1002
start_capture
callee 1002 phone2 callee-busy -s 1002
caller 1001 phone1 caller-busy -s 1002 -key user 1001
wait_for 1001 1002
stop_capture
expect phone1 ">INVITE <100 <486 >ACK"
expect phone2 "<INVITE >486 <ACK"
