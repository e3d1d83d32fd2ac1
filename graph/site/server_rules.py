"""Rules for web servers, so that every IRI answers in the form that is asked for («innehållsförhandling»)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_PLAIN: Final = re.compile(r"[A-Za-z0-9._~/-]+")  # what can stand in a rule as it is
_NGINX: Final = r"""# nginx rules for this site. Include this file in the http block, and in the server block:
#     set $aktorsgraf_root {root};
#     include {root}/server/nginx-locations.conf;
# An IRI answers 303 with the file that fits Accept and Accept-Language; a merged one leads to what it was merged into.

map_hash_max_size {size};
map_hash_bucket_size 512;

map $http_accept $aktorsgraf_form {{
    default html;
    "~*^[^,;]*text/html" html;
    "~*application/ld\+json" jsonld;
    "~*text/turtle" ttl;
}}
map $http_accept_language $aktorsgraf_language {{
    default sv;
    "~*^en" en;
}}
map $aktorsgraf_form $aktorsgraf_suffix {{
    html .$aktorsgraf_language.html;
    jsonld .jsonld;
    ttl .ttl;
}}
# What is told of on the page of another thing.
map $uri $aktorsgraf_owner {{
    default /none;
    "~^(?<decision>/{folder}meeting/.+?/item/[^/]+/decision/[^/]+)/" $decision;
    "~^(?<meeting>/{folder}meeting/.+?)/(attendance|item)/" $meeting;
    "~^(?<document>/{folder}document/[0-9a-f]+)/" $document;
    "~^/{folder}graph/(?<source>[0-9a-f]{{16}})$" /{folder}document/$source;
    "~^(?<municipality>/{folder}municipality/[0-9]+)/" $municipality;
    "~^/ns/" /ns;
}}
map $uri $aktorsgraf_moved {{
    default "";
{moved}}}
"""
_LOCATIONS: Final = r"""# For a server block; see nginx-maps.conf.

location ^~ {mount} {{
    root $aktorsgraf_root;
    rewrite ^{mount}(.*)$ /$1 break;
    charset utf-8;
    types {{
        text/html html; text/css css; application/javascript js; text/turtle ttl; application/rdf+xml rdf;
        application/ld+json jsonld; application/json json; application/n-quads nq; application/zip zip;
        image/svg+xml svg;
    }}
    add_header Vary "Accept, Accept-Language" always;
    add_header Access-Control-Allow-Origin "*" always;
    add_header X-Content-Type-Options nosniff always;
    try_files $uri @aktorsgraf;
}}
location @aktorsgraf {{
    root $aktorsgraf_root;
    absolute_redirect off;
    add_header Vary "Accept, Accept-Language" always;
    add_header Access-Control-Allow-Origin "*" always;
    if ($uri = /) {{ return 303 {mount}index.$aktorsgraf_language.html; }}
    if ($aktorsgraf_moved) {{ return 303 {path}$aktorsgraf_moved; }}
    if (-f $document_root$uri$aktorsgraf_suffix) {{ return 303 {path}$uri$aktorsgraf_suffix; }}
    if (-f $document_root$aktorsgraf_owner$aktorsgraf_suffix) {{ return 303 {path}$aktorsgraf_owner$aktorsgraf_suffix; }}
    return 404;
}}
"""
_APACHE: Final = r"""# Apache rules for this site; they need mod_rewrite, mod_mime, mod_dir and mod_headers, and AllowOverride FileInfo Indexes.
# An IRI answers 303 with the file that fits Accept and Accept-Language; a merged one leads to what it was merged into.

AddDefaultCharset utf-8
AddType text/html .html
AddType text/css .css
AddType text/javascript .js
AddType text/turtle .ttl
AddType application/rdf+xml .rdf
AddType application/ld+json .jsonld
AddType application/json .json
AddType application/n-quads .nq
AddType application/zip .zip
AddType image/svg+xml .svg
DirectorySlash Off
Header always merge Vary "Accept, Accept-Language"
Header always set Access-Control-Allow-Origin "*"
Header always set X-Content-Type-Options nosniff
RewriteEngine On
RewriteBase {mount}

# The site's folder: the file that is asked for, without the path that is asked for.
RewriteCond $0//%{{REQUEST_FILENAME}}%{{PATH_INFO}} ^(.*)//(.*)\1$
RewriteRule ^.*$ - [E=ROOT:%2]
# The form that is asked for.
RewriteRule ^ - [E=LANG:sv]
RewriteCond %{{HTTP:Accept-Language}} ^en [NC]
RewriteRule ^ - [E=LANG:en]
RewriteRule ^ - [E=SUFFIX:%{{ENV:LANG}}.html]
RewriteCond %{{HTTP:Accept}} text/turtle [NC]
RewriteRule ^ - [E=SUFFIX:ttl]
RewriteCond %{{HTTP:Accept}} application/ld\+json [NC]
RewriteRule ^ - [E=SUFFIX:jsonld]
RewriteCond %{{HTTP:Accept}} ^[^,;]*text/html [NC]
RewriteRule ^ - [E=SUFFIX:%{{ENV:LANG}}.html]

RewriteRule ^$ {mount}index.%{{ENV:LANG}}.html [R=303,L]
RewriteCond %{{ENV:ROOT}}$0 -f
RewriteRule ^.*$ - [L]
{moved}
# A thing's own page, or the page of the thing that it is told of with.
RewriteCond %{{ENV:ROOT}}$0.%{{ENV:SUFFIX}} -f
RewriteRule ^.*$ {mount}$0.%{{ENV:SUFFIX}} [R=303,L]
{owners}
# A folder is no page.
RewriteRule ^ - [R=404,L]
"""
_APACHE_OWNER: Final = r"""RewriteCond %{{ENV:ROOT}}{page}.%{{ENV:SUFFIX}} -f
RewriteRule {path} {mount}{page}.%{{ENV:SUFFIX}} [R=303,L]
"""
_APACHE_OWNERS: Final = (  # what is told of on the page of another thing: its path, and that page
    ("^({folder}meeting/.+?/item/[^/]+/decision/[^/]+)/", "$1"),
    ("^({folder}meeting/.+?)/(?:attendance|item)/", "$1"),
    ("^({folder}(?:document/[0-9a-f]+|municipality/[0-9]+))/", "$1"),
    ("^{folder}graph/([0-9a-f]{{16}})$", "{folder}document/$1"),
    ("^ns/", "ns"),
)


def rules(mount: str, folder: str, moved: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield the rules as files.

    `mount` is where on the server the site's folder stands, `folder` where in it the things' pages are, `moved` tells by the
    path of each merged thing, below the site's folder, that of the one it was merged into.
    """
    pairs = [(old, new) for old, new in sorted(moved.items()) if _plain((old, new))]
    nginx = "".join(f'    "/{old}" "/{new}";\n' for old, new in pairs)
    apache = "".join(f"RewriteRule ^{re.escape(old)}$ {mount}{new} [R=303,L]\n" for old, new in pairs)
    size = max(2048, 4 * len(pairs))
    yield (
        "server/nginx-maps.conf",
        _NGINX.format(root="/var/www/aktorsgraf", folder=folder, moved=nginx, size=size).encode(),
    )
    yield "server/nginx-locations.conf", _LOCATIONS.format(mount=mount, path=mount.rstrip("/")).encode()
    owners = "".join(
        _APACHE_OWNER.format(path=path.format(folder=folder), page=page.format(folder=folder), mount=mount)
        for path, page in _APACHE_OWNERS
    )
    yield ".htaccess", _APACHE.format(mount=mount, moved=apache, owners=owners).encode()


def _plain(texts: Iterable[str]) -> bool:
    return all(_PLAIN.fullmatch(text) for text in texts)
