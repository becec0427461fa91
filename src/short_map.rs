//! A few values by name.

use serde::{Serialize, Serializer};
use std::borrow::Borrow;
use std::ops::Index;

/// A map in the order of its keys, for a handful of entries: the keys of a row, the languages of a text, the parameters of an
/// error. It is a sorted list. The standard library's tree, which serves thousands, was a tenth of the viewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for ShortMap<K, V> {
    fn default() -> Self {
        ShortMap(Vec::new())
    }
}

impl<K: Ord, V> ShortMap<K, V> {
    /// A map without entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Count of entries.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let (_, value) = self.0.iter().find(|(known, _)| known.borrow() == key)?;
        Some(value)
    }

    /// Whether there is such a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }

    /// Sets the value of a key.
    pub fn insert(&mut self, key: K, value: V) {
        let place = self.0.iter().position(|(known, _)| *known >= key);
        match place.and_then(|place| self.0.get_mut(place)) {
            Some((known, held)) if *known == key => *held = value,
            _ => self.0.insert(place.unwrap_or(self.0.len()), (key, value)),
        }
    }

    /// The value of a key, set to its default if there is none yet.
    pub fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        let place = self.0.iter().position(|(known, _)| *known >= key);
        let place = place.unwrap_or(self.0.len());
        if self.0.get(place).is_none_or(|(known, _)| *known != key) {
            self.0.insert(place, (key, V::default()));
        }
        &mut self.0[place].1
    }

    /// Takes the value of a key out.
    #[cfg(feature = "viewer")]
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let place = self.0.iter().position(|(known, _)| known.borrow() == key)?;
        Some(self.0.remove(place).1)
    }

    /// The entries, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for ShortMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = ShortMap::new();
        for (key, value) in entries {
            map.insert(key, value);
        }
        map
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for ShortMap<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K, V> IntoIterator for ShortMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Ord + Borrow<str>, V> Index<&str> for ShortMap<K, V> {
    type Output = V;
    /// # Panics
    /// Without such a key, as the standard library's maps do.
    fn index(&self, key: &str) -> &V {
        self.get(key).expect("a key that is there")
    }
}

impl<K: Serialize + Ord, V: Serialize> Serialize for ShortMap<K, V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}

#[cfg(feature = "schema")]
impl<K: schemars::JsonSchema, V: schemars::JsonSchema> schemars::JsonSchema for ShortMap<K, V> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        std::collections::BTreeMap::<K, V>::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<K, V>::json_schema(generator)
    }
    fn inline_schema() -> bool {
        true
    }
}
